"""Words of the lists of segments and enterprises."""

TEXTS: dict[str, tuple[str, str]] = {
    "segments_page": ("环节", "Segments"),
    "enterprises_page": ("企业", "Enterprises"),
    "segments_n": ("{n} 个环节", "{n} segments"),
    "enterprises_n": ("{n} 家企业", "{n} enterprises"),
    "enterprises_note": ("只收录规划点名和本地填报的企业，不是全区企业。",
                         "Only those that the plan names or that were reported: not all of them."),
    "by_name": ("名称", "Name"),
    "by_name_hint": ("名称或别名", "name or alias"),
    "stage": ("位置", "Stage"),
    "segment": ("环节", "Segment"),
    "roles": ("链上角色", "Roles"),
    "products": ("产品", "Products"),
    "sort_status": ("本地有的在前", "what is here first"),
    "sort_products": ("产品多的在前", "most products first"),
    "no_records": ("没有符合条件的记录。", "Nothing matches."),
}  # fmt: skip
