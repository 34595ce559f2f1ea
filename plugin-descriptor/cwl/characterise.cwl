#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling characterise
doc: "Say how fast reference states can be made, which species and reactions hold them there, and map the states."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - characterise
arguments:
  - --json
  - prefix: --output
    valueFrom: characterisation
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  model:
    type: File
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
  states:
    type:
      - "null"
      - type: array
        items: File
        inputBinding:
          prefix: --states
    doc: "Further states of the network: state, x.<species>, v.<reaction>, lnGamma.<reaction>; may be given for several tables."
    inputBinding:
      position: 3
  lambda_max:
    type: double?
    doc: "What counts as fast enough: the largest real part of an eigenvalue, per time unit of the model."
    inputBinding:
      position: 3
      prefix: --lambda-max
  tau_max:
    type: string?
    doc: "What counts as fast enough: the longest dominant time constant, such as 6.7min."
    inputBinding:
      position: 3
      prefix: --tau-max
  starts:
    type: int
    default: 4
    doc: Descents in each generation.
    inputBinding:
      position: 3
      prefix: --starts
  generations:
    type: int
    default: 4
    doc: "Generations of descents; the first begins at the prior, the others at the best set, perturbed."
    inputBinding:
      position: 3
      prefix: --generations
  max_jacobians:
    type: long
    default: 8000
    doc: Jacobians that may be spent on each state.
    inputBinding:
      position: 3
      prefix: --max-jacobians
  box:
    type: double
    default: 12.0
    doc: "Bound of |u|, where u is logistic in the prior, ln(K/x*) for saturations."
    inputBinding:
      position: 3
      prefix: --box
  seed:
    type: long
    default: 1
    doc: Seed of all random numbers.
    inputBinding:
      position: 3
      prefix: --seed
stdout: characterise-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  characterisation:
    type: Directory
    doc: The folder of the study.
    outputBinding:
      glob: characterisation
  report:
    type: File
    doc: "How fast the states can be made, one page with maps."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: characterisation/report.html
  states_table:
    type: File
    doc: One row a state.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: characterisation/states.csv
  holding_table:
    type: File
    doc: Which species and reactions hold the states where they are.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: characterisation/holding.csv
  ranges_table:
    type: File
    doc: The concentrations that the wanted speed allows.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: characterisation/ranges.csv
  fastest_sets_table:
    type: File
    doc: The fastest set of each state.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: characterisation/fastest_sets.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
