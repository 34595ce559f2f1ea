#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling bioreactor
doc: "Grow the members of a run, or a model, in a batch: biomass and medium over time, compared with measured curves (exit code 1 if no fermentation reaches its end)."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - bioreactor
arguments:
  - --json
  - prefix: --output
    valueFrom: bioreactor
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  run_or_model:
    type:
      - File
      - Directory
    doc: "A run folder, or an SBML file."
    inputBinding:
      position: 1
  setup:
    type: File
    doc: "What grows, in what, how long."
    inputBinding:
      position: 3
      prefix: --setup
  measured:
    type: File?
    doc: "Measured curves: time,quantity,value and optionally sd and unit. Members are ranked by them."
    inputBinding:
      position: 3
      prefix: --measured
  members:
    type: string?
    doc: "Members of the run: all, top:K or representative:K (default: all)."
    inputBinding:
      position: 3
      prefix: --members
  rtol:
    type: double
    default: 1.0E-6
    doc: "Relative tolerance of the time courses, 1e-14 to 0.1."
    inputBinding:
      position: 3
      prefix: --rtol
stdout: bioreactor-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  bioreactor:
    type: Directory
    doc: The folder of the study.
    outputBinding:
      glob: bioreactor
  report:
    type: File
    doc: "The fermentations, one page with curves."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: bioreactor/bioreactor.html
  courses_table:
    type: File
    doc: Biomass and medium over time.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: bioreactor/courses.csv
  ranking_table:
    type: File
    doc: The members in the order of their distance from what was measured.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: bioreactor/ranking.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
