#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling control
doc: "Say which enzymes control fluxes and concentrations: control coefficients of the members of a run, or of a model (exit code 1 if they fail their check)."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - control
arguments:
  - --json
  - prefix: --output
    valueFrom: control
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
  of:
    type: string?
    doc: Show what controls this reaction's flux.
    inputBinding:
      position: 3
      prefix: --of
stdout: control-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  control:
    type: Directory
    doc: The folder of the study.
    outputBinding:
      glob: control
  flux_control_table:
    type: File
    doc: Flux control coefficients with their spread.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: control/flux_control.csv
  concentration_control_table:
    type: File
    doc: Concentration control coefficients with their spread.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: control/concentration_control.csv
  report:
    type: File
    doc: The coefficients as one page with plots.
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: control/control.html
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
