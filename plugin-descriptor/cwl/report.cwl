#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling report
doc: "Make the report of a run anew. Every run has one already: this is for folders of older versions."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - report
arguments:
  - --json
  - prefix: --output
    valueFrom: report.html
inputs:
  run:
    type: Directory
    doc: A run folder.
    inputBinding:
      position: 1
stdout: report-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  report:
    type: File
    doc: "The report, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: report.html
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
