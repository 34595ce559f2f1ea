#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling compare populations
doc: "Say how two populations of parameter sets differ, or the valid sets of one from its others: which parameters, in dynamics, in how they spread."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - compare-populations
arguments:
  - --json
  - prefix: --output
    valueFrom: comparison
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  a:
    type:
      - File
      - Directory
    doc: "A run folder, a folder of generated sets, or sets in SKiMpy's HDF5."
    inputBinding:
      position: 1
  b:
    type:
      - "null"
      - File
      - Directory
    doc: What A is compared with; without it the valid sets of A are compared with its others.
    inputBinding:
      position: 2
  model:
    type: File?
    doc: SBML file at whose state sets are labelled; needed for those that are in no run folder.
    inputBinding:
      position: 3
      prefix: --model
  names:
    type: File?
    doc: "What a file of sets calls the parameters: parameter,name."
    inputBinding:
      position: 3
      prefix: --names
  lambda_max:
    type: double?
    doc: "Largest real part of an eigenvalue, per time unit of the model."
    inputBinding:
      position: 3
      prefix: --lambda-max
  lambda_min:
    type: double?
    doc: "Smallest real part of an eigenvalue, per time unit of the model."
    inputBinding:
      position: 3
      prefix: --lambda-min
  tau_min:
    type: string?
    doc: "Shortest dominant time constant, such as 30s; without a unit in the model's."
    inputBinding:
      position: 3
      prefix: --tau-min
  tau_max:
    type: string?
    doc: "Longest dominant time constant, such as 6.7min."
    inputBinding:
      position: 3
      prefix: --tau-max
  tau:
    type: string?
    doc: "Wanted dominant time constant, met within a tenth; short for --tau-min and --tau-max."
    inputBinding:
      position: 3
      prefix: --tau
  valid_only:
    type: boolean
    default: false
    doc: Compare the valid sets of A with the valid sets of B.
    inputBinding:
      position: 3
      prefix: --valid-only
  alike:
    type: boolean
    default: false
    doc: "Let all sets count alike, not by the weights that a run gives them."
    inputBinding:
      position: 3
      prefix: --alike
  split_by:
    type: string?
    doc: Split A by this parameter; by default by the one that differs most.
    inputBinding:
      position: 3
      prefix: --split-by
  groups:
    type: int
    default: 10
    doc: Into how many groups of equal size A is split.
    inputBinding:
      position: 3
      prefix: --groups
stdout: compare-populations-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  comparison:
    type: Directory
    doc: The folder of the comparison.
    outputBinding:
      glob: comparison
  report:
    type: File
    doc: "How the populations differ, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: comparison/report.html
  parameters_table:
    type: File
    doc: "One row a parameter, with its divergence."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: comparison/parameters.csv
  groups_table:
    type: File
    doc: The groups into which one population was split.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: comparison/groups.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
