#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling info
doc: "Say what is in a model, what can vary, whether its state is steady and stable, and what is ignored and why. Of a run folder: what is in it, and whether every file is as it was written (exit code 1 if not)."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - info
arguments:
  - --json
inputs:
  model:
    type:
      - File
      - Directory
    doc: "SBML file (.xml, .xml.gz) or COMBINE archive (.omex)."
    inputBinding:
      position: 1
  concentrations:
    type: File?
    doc: "Reference concentrations: species,concentration."
    inputBinding:
      position: 3
      prefix: --concentrations
  fluxes:
    type: File?
    doc: "Reference fluxes: reaction,flux and optionally lnGamma."
    inputBinding:
      position: 3
      prefix: --fluxes
  roles:
    type: File?
    doc: "Roles of parameters: `parameter: {role, species}`."
    inputBinding:
      position: 3
      prefix: --roles
  measured:
    type: File?
    doc: "Measured constants: parameter (or reaction,species), then lower,upper or mean,sd_log10."
    inputBinding:
      position: 3
      prefix: --measured
  vary:
    type: "string[]?"
    doc: Vary only these parameters; local ones are named reaction.parameter.
    inputBinding:
      position: 3
      prefix: --vary
      itemSeparator: ","
  fix:
    type: "string[]?"
    doc: Keep these parameters at their value.
    inputBinding:
      position: 3
      prefix: --fix
      itemSeparator: ","
  steady_state:
    type: boolean
    default: false
    doc: Go to a steady state from the initial state first.
    inputBinding:
      position: 3
      prefix: --steady-state
stdout: info-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
