"""Edits by command: written in one transaction, as whoever runs it."""

import getpass
from collections.abc import Callable
from datetime import date

from api.cli.session import Session
from api.publishing import publish
from api.workspaces import Workspaces
from graph.answers import Workspace
from graph.edits import history
from graph.edits.changes import Author, Change, commit


def edit(session: Session, by: str | None, change: Callable[[Workspace, Author], Change]) -> None:
    """Write what `change` makes of the current version, and tell the version after it."""
    author = Author(by or getpass.getuser(), date.today().isoformat())
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        ws = workspaces.at(workspaces.current(None))
        made = change(ws, author)
        version = commit(store, ws.facts, made, author, ws.facts.version)
        publish(store, version)
        body = history.edited(store, workspaces.at(version), made.keys, session.say.lang)
    session.answer(body, lambda: session.say("已写入，现为版本 {version}", version=body.version))
