"""Legal forms that the names of companies, foundations and schools carry."""

LEGAL_FORMS = (
    "㈜", "주식회사", "(주)", "(재)", "(사)", "재단법인", "사단법인", "학교법인", "농업회사법인", "유한회사",
    "(유)",
)  # fmt: skip
"""Forms before a name: they belong to its span, and two names that differ in them alone are one."""

LEGAL_FORMS_BEHIND = ("㈜", "(주)", "(유)")
"""Forms written to the end of a name; they belong to its span."""
