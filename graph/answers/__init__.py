"""Answers: results of questions with names, evidence and boundary attached."""
