"""The tables of a busy agency in 2024 and in the year before, and the agencies that may write."""

BUREAU = "某某市某某县财政局"
DISTRICT = "某某市某某区人民政府"
OFFICE = "某某市某某区人民政府办公室"
STREET = "某某市某某区长青街道办事处"
COUNTY = "某某县人民政府"
CITY = "某某市人民政府"
COMMISSION = "某某市发展和改革委员会"
POLICE = "某某市公安局"
TOWN = "某某县石桥镇人民政府"

ROW = "applications.{}.total"
NOW: dict[str, int] = {
    ROW.format("received"): 25,
    ROW.format("brought_forward"): 3,
    ROW.format("closed"): 26,
    ROW.format("carried_over"): 2,
    ROW.format("granted"): 10,
    ROW.format("partly_granted"): 3,
    ROW.format("refused_process"): 2,
    ROW.format("unavailable_not_held"): 6,
    ROW.format("unavailable_not_existing"): 1,
    ROW.format("rejected_petition"): 2,
    ROW.format("other_misc"): 2,
    "disputes.review.upheld": 2,
    "disputes.review.corrected": 1,
    "disputes.review.total": 3,
    "disputes.direct.upheld": 1,
    "disputes.direct.total": 1,
    "disputes.after_review.pending": 1,
    "disputes.after_review.total": 1,
    "documents.normative.issued": 8,
    "documents.normative.repealed": 2,
    "documents.normative.in_force": 140,
    "licensing.licences.decisions": 1200,
    "sanctions.penalties.decisions": 35,
    "sanctions.compulsion.decisions": 4,
}
BEFORE: dict[str, int] = {
    ROW.format("received"): 20,
    ROW.format("closed"): 18,
    ROW.format("granted"): 5,
    ROW.format("refused_process"): 2,
    "disputes.review.total": 3,
}
