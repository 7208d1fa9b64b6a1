"""Words of the page of files to take away; each file has its use under `use_` and its name."""

TEXTS: dict[str, tuple[str, str]] = {
    "exports": ("导出", "Files"),
    "exports_title": ("带走全部数据：{n} 种文件", "Everything to take away, as {n} files"),
    "exports_hint": (
        "文件在本机现场生成，写明数据版本与边界，不联网也能打开。",
        "Made here and now; each names its data version and boundary, and opens offline.",
    ),
    "exports_tables": ("表格", "Tables"),
    "exports_graphs": ("图谱", "Graphs"),
    "exports_whole": ("全区", "The whole district"),
    "exports_of_all": ("总是全区", "always the whole district"),
    "use_gaps.csv": ("补链清单，任何表格软件可读", "the gap list, for any spreadsheet or program"),
    "use_gaps.xlsx": ("补链清单工作簿，附说明页", "the gap list as a workbook with a cover sheet"),
    "use_verify.xlsx": (
        "核实清单：先问什么、问谁，留有填写栏",
        "what to find out first and whom to ask, with columns to fill in",
    ),
    "use_enterprises.csv": (
        "重点企业库，一家一行；改填后可再导入",
        "the list of firms, one a row; fill it further and import it",
    ),
    "use_enterprises.xlsx": (
        "重点企业库工作簿，附说明页",
        "the same as a workbook with a cover sheet",
    ),
    "use_graph.html": (
        "一个网页文件，双击打开即可看图",
        "one page with the picture; opens from disk",
    ),
    "use_graph.graphml": (
        "供 yEd、Cytoscape、Gephi、networkx 读取",
        "for yEd, Cytoscape, Gephi and networkx",
    ),
    "use_graph.gexf": ("供 Gephi 排版与统计", "for Gephi"),
    "use_graph.json": ("节点与连线的 JSON，供程序读取", "nodes and links as JSON, for programs"),
    "use_graph.cypher": (
        "Neo4j 建图脚本，供图数据库使用",
        "a script that makes the graph in Neo4j",
    ),
}
