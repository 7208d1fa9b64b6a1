"""What is wrong with the use of a command, in one sentence."""

import click

from graph.message import _
from graph.model.vocabulary import Lang


def sentence(error: click.ClickException, lang: Lang) -> str:
    """Return the sentence, with the way to the help; the whole help if nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx is not None:
        return error.ctx.get_help()
    text = error.format_message() if lang == "en" else _chinese(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "liantu"
    more = _("用法见 {path} --help", path=path)
    return f"{text.rstrip('.。')} ({more.text(lang)})"


def _chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        nearest = f"；可能是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{nearest}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        nearest = f"；可能是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有命令 {error.command_name}{nearest}"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {_name(error)}"
    if isinstance(error, click.BadParameter):
        return f"参数 {_name(error)} 有误：{_choices(error) or error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 需要一个值"
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return (
        error.param.opts[0]
        if isinstance(error.param, click.Option)
        else (error.param.human_readable_name)
    )


def _choices(error: click.BadParameter) -> str | None:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return "可用 " + "、".join(str(choice) for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"应为 {kind.min}–{kind.max} 的整数"
    return None
