#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling export skimpy
doc: "Write members of a run as SBML files, or as parameter sets for SKiMpy."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - export
arguments:
  - --json
  - prefix: --as
    valueFrom: skimpy
  - prefix: --output
    valueFrom: sets.h5
inputs:
  run:
    type: Directory
    doc: A run folder.
    inputBinding:
      position: 1
  members:
    type: string?
    doc: "all, top:K or representative:K (default: all)."
    inputBinding:
      position: 3
      prefix: --members
stdout: export-skimpy-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  sets:
    type: File
    doc: "The parameter sets of the members, in SKiMpy's layout."
    format: http://edamontology.org/format_3590
    outputBinding:
      glob: sets.h5
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
