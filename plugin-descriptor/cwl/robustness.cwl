#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling robustness
doc: "Perturb the members of a run, or a model, and say how many return to their steady state, and when."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - robustness
arguments:
  - --json
  - prefix: --output
    valueFrom: robustness
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  run_or_model:
    type:
      - File
      - Directory
    doc: "A run folder, or an SBML file at steady state."
    inputBinding:
      position: 1
  members:
    type: string?
    doc: "Members of the run: all, top:K or representative:K (default: all)."
    inputBinding:
      position: 3
      prefix: --members
  concentrations:
    type: File?
    doc: "For a model: reference concentrations: species,concentration."
    inputBinding:
      position: 3
      prefix: --concentrations
  steady_state:
    type: boolean
    default: false
    doc: "For a model: go to a steady state from the initial state first."
    inputBinding:
      position: 3
      prefix: --steady-state
  perturbations:
    type: int
    default: 10
    doc: Perturbations of each member.
    inputBinding:
      position: 3
      prefix: --perturbations
  as:
    type:
      - "null"
      - type: enum
        symbols:
          - renaissance
          - rekindle
    doc: "Factors of a published study: rekindle is 0.5:2, renaissance is 0.5:1.5 (default: rekindle)."
    inputBinding:
      position: 3
      prefix: --as
  factors:
    type: string?
    doc: "Multiply each independent species by a uniform random factor from LOW to HIGH, such as 0.5:2."
    inputBinding:
      position: 3
      prefix: --factors
  times:
    type: "string[]?"
    doc: "When to look who has returned, such as 21min,1h (default: 21min); without a unit in the model's."
    inputBinding:
      position: 3
      prefix: --times
      itemSeparator: ","
  rtol:
    type: double
    default: 1.0E-6
    doc: Relative tolerance of the time courses.
    inputBinding:
      position: 3
      prefix: --rtol
  seed:
    type: long
    default: 1
    doc: Seed of all factors.
    inputBinding:
      position: 3
      prefix: --seed
stdout: robustness-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  robustness:
    type: Directory
    doc: The folder of the study.
    outputBinding:
      glob: robustness
  report:
    type: File
    doc: "Who returns and when, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: robustness/robustness.html
  robustness_table:
    type: File
    doc: One row a perturbation and time.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: robustness/robustness.csv
  times_table:
    type: File
    doc: How many had returned at each time.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: robustness/times.csv
  species_table:
    type: File
    doc: "How many had returned, for each species."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: robustness/species.csv
  members_table:
    type: File
    doc: "How many had returned, for each member."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: robustness/members.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
