"""The variable parts of addresses, each with what it is and an example."""

from typing import Annotated

from fastapi import Path

ChainId = Annotated[str, Path(description="产业链编号 / id of a chain", examples=["bicycle"])]
IndustryId = Annotated[
    str, Path(description="产业编号 / id of an industry", examples=["light_vehicles"])
]
SegmentId = Annotated[str, Path(description="环节编号 / id of a segment", examples=["belt"])]
EnterpriseId = Annotated[
    str, Path(description="企业编号 / id of an enterprise", examples=["flywheel"])
]
GapId = Annotated[str, Path(description="缺口编号 / id of a gap", examples=["belt_makers"])]
LeadId = Annotated[
    str, Path(description="招商线索编号 / id of a lead", examples=["lead.belt_makers.2"])
]
DocumentId = Annotated[str, Path(description="文件编号 / id of a document", examples=["notice"])]
AnyFactId = Annotated[
    str, Path(description="事实编号 / id of a fact", examples=["makes.flywheel.bicycle"])
]
ImportId = Annotated[
    str, Path(description="导入编号 / id of an import", examples=["5Zc0wz1aXoYv8tRk"])
]
PartyName = Annotated[
    str,
    Path(
        description="产业链或产业，按 level / a chain or an industry, by `level`",
        examples=["bicycle"],
    ),
]
VersionNumber = Annotated[
    int, Path(ge=1, le=999_999_999, description="数据版本 / a version", examples=[3])
]
