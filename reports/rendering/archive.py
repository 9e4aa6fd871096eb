"""The PDF for the archive: built as PDF/A-3a, with the report JSON inside as the file's source.

Built as, not validated: no validator of PDF/A-3 was at hand, so that is said wherever it is named.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from reports.content import Content

from . import json

VARIANT = "pdf/a-3a"
INSIDE = "report.json"
"""The name of the file inside."""

_DESCRIPTION = "年度报告的数据（JSON）"

_UA = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""That it is a PDF/UA-1 too, in the words in which PDF/A lets another standard's claim be made."""


def options(content: Content, at: dt.datetime) -> dict[str, Any]:
    """How it is printed, the report JSON in it; `at` is when the report became what it is."""
    import weasyprint

    inside = weasyprint.Attachment(
        string=json.draw(content),
        name=INSIDE,
        description=_DESCRIPTION,
        created=at,
        modified=at,
        relationship="Source",
    )
    return {"variant": VARIANT, "attachments": [inside]}


def finish(pdf: Any) -> None:
    """Claims PDF/UA-1 beside PDF/A-3a, and names the file inside once, in a drawn PDF."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (xmp,) = metadata.stream
    metadata.stream = [xmp.replace(b"</rdf:RDF>", _UA.encode() + b"</rdf:RDF>")]
    names = pdf.catalog["AF"]
    names[:] = dict.fromkeys(names)
