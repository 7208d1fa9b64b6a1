"""Tables in, for routes and commands: uploads, drafts, jobs, and the write."""
