"""Words of the navigation."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav_more": ("更多", "More"),
    "nav_pages": ("查看", "Explore"),
    "nav_district": ("全区", "The district"),
    "nav_records": ("名录", "Records"),
    "nav_work": ("数据", "Data"),
}
