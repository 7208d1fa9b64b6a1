"""Words of judgements, corrections and the history."""

TEXTS: dict[str, tuple[str, str]] = {
    "type_judgement": ("判断", "Judgements"),
    "type_delivery": ("供货", "Deliveries"),
}
