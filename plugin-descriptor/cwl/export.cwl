#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling export
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
    valueFrom: sbml
  - prefix: --output
    valueFrom: exported
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
  promote_parameters:
    type: boolean
    default: false
    doc: "Make local parameters global, named REACTION__PARAMETER."
    inputBinding:
      position: 3
      prefix: --promote-parameters
  scale_stoichiometry:
    type: boolean
    default: false
    doc: "Divide the coefficients of reactions with large ones, and multiply their laws."
    inputBinding:
      position: 3
      prefix: --scale-stoichiometry
stdout: export-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  exported:
    type: Directory
    doc: The folder with one SBML file a member.
    outputBinding:
      glob: exported
  models:
    type: "File[]"
    doc: The members as SBML.
    format: http://edamontology.org/format_2585
    outputBinding:
      glob: exported/*.xml
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
