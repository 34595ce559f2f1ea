#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling rules
doc: "Say by ranges of a few saturations which sets of a population have the wanted dynamics, or another property (iSCHRUNK)."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - rules
arguments:
  - --json
  - prefix: --output
    valueFrom: rules.json
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  population:
    type:
      - File
      - Directory
    doc: "A run folder, a folder of generated sets, or a file of sets in SKiMpy's HDF5 layout."
    inputBinding:
      position: 1
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
  property:
    type: File?
    doc: "Explain a number of a table instead, whose column `index` names the sets."
    inputBinding:
      position: 3
      prefix: --property
      valueFrom: $(self.path):$(inputs.property_column)
  property_column:
    type: string?
    doc: The column of that table.
  above:
    type: double?
    doc: Sets are wanted whose number is greater.
    inputBinding:
      position: 3
      prefix: --above
  below:
    type: double?
    doc: Sets are wanted whose number is less.
    inputBinding:
      position: 3
      prefix: --below
  depth:
    type: int
    default: 6
    doc: Most conditions of a rule.
    inputBinding:
      position: 3
      prefix: --depth
  min_split:
    type: int
    default: 50
    doc: Least sets that are split once more.
    inputBinding:
      position: 3
      prefix: --min-split
  min_coverage:
    type: double
    default: 0.05
    doc: Least share of the wanted sets that a rule covers.
    inputBinding:
      position: 3
      prefix: --min-coverage
  max_rules:
    type: int
    default: 5
    doc: Most rules.
    inputBinding:
      position: 3
      prefix: --max-rules
  held_out:
    type: double
    default: 0.3
    doc: Share of the sets that only judge the rules.
    inputBinding:
      position: 3
      prefix: --held-out
  seed:
    type: long
    default: 1
    doc: Decides which sets these are.
    inputBinding:
      position: 3
      prefix: --seed
stdout: rules-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  rules:
    type: File
    doc: "The rules, for `kindling sample --within`."
    format: http://edamontology.org/format_3464
    outputBinding:
      glob: rules.json
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
