"""Answers that leave piece by piece: what a slow reader has yet to take lies in memory once."""

from starlette.types import Message, Receive, Scope, Send

from api.http.middleware import HttpMiddleware

PIECE = 64 * 1024
"""Bytes; the server copies what it is given until the client has taken it."""


class InPieces(HttpMiddleware):
    """Hands a large answer on in pieces, the next one when the client took the one before.

    As one, each of five hundred slow readers would have a copy of its own, and one who reads
    slowly but steadily would seem to have stopped.
    """

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer piece by piece."""

        async def send_in_pieces(message: Message) -> None:
            body = memoryview(message.get("body", b""))
            last = max(0, len(body) - 1) // PIECE * PIECE
            for start in range(0, last, PIECE):
                piece = bytes(body[start : start + PIECE])
                await send({**message, "body": piece, "more_body": True})
            await send({**message, "body": bytes(body[last:])} if last else message)

        await self.app(scope, receive, send_in_pieces)
