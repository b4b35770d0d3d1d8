// Names for questions about coverage and their answers: 270 and 271.

extension ElementNames {
  /// Segments of the 270 and the 271.
  static let eligibilityNames = """
    EQ Question about coverage | service types | procedure @procedure | whole family or one person | kind of insurance | diagnosis pointers @pointers
    EB Coverage or benefit | what is said | whole family or one person | service types | kind of insurance | plan | span of time | amount | share | kind of quantity | quantity | authorization required | in the plan's network | procedure @procedure | diagnosis pointers @pointers
    AAA Question was refused | question was valid | agency | reason | what to do
    INS How the person is insured | is the subscriber | relationship to the subscriber | kind of change | reason of the change | benefit status | Medicare plan | COBRA event | employment | student | handicap | format of date | date of death | confidentiality | city | state | country | number among those born together
    III More on the benefit | code list | code | category | text | quantity | unit @unit
    HSD Delivery of the service | kind of quantity | quantity | unit | sampling | span of time | number of spans | how often | when
    MPI Military personnel | status of the information | employment | service | description | rank | format of date | date or period
    LS Group of loops begins | loop
    LE Group of loops ends | loop
    UM Review of services | kind of request | kind of certification | kind of service | place @place
    """
}
