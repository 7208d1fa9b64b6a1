"""Words of the page of files to take away; each file has its use under `use_` and its name."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "use_gaps.csv": _("补链清单，任何表格软件可读"),
    "use_gaps.xlsx": _("补链清单工作簿，附说明页"),
    "use_verify.xlsx": _("核实清单：先问什么、问谁，留有填写栏"),
    "use_enterprises.csv": _("重点企业库，一家一行；改填后可再导入"),
    "use_enterprises.xlsx": _("重点企业库工作簿，附说明页"),
    "use_handover.xlsx": _("交接工作簿：补链清单、企业库、核实清单、承载地、规划体检、图例"),
    "use_chain-report.html": _("产业链诊断，A4 打印页；不选链则为全区简报"),
    "use_chain-report.docx": _("产业链诊断，Word 文档，可再编辑；不选链则为全区简报"),
    "use_chain-report.pptx": _("产业链诊断，幻灯片，供会上讲；不选链则为全区简报"),
    "use_leads.ics": _("招商线索的期限，可订入日历"),
    "use_graph.html": _("一个网页文件，双击打开即可看图"),
    "use_graph.graphml": _("供 yEd、Cytoscape、Gephi、networkx 读取"),
    "use_graph.gexf": _("供 Gephi 排版与统计"),
    "use_graph.json": _("节点与连线的 JSON，供程序读取"),
    "use_graph.cypher": _("Neo4j 建图脚本，供图数据库使用"),
}
