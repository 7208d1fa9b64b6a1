"""Who may: tokens and their roles, sessions of browsers, what each route asks for."""
