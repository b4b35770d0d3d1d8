// Measures the numbers of the house plan, each beside a floor measured in the same run.
print("docket-bench")
