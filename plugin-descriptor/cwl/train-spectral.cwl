#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling train spectral
doc: Train a generator by the exact gradient of the slowest mode.
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - train
  - spectral
arguments:
  - --json
  - prefix: --output
    valueFrom: training
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
  date:
    type: string?
    doc: "The date that written files carry, such as 2026-11-21; by default $SOURCE_DATE_EPOCH, else that of the model file."
    inputBinding:
      position: 3
      prefix: --date
  fresh:
    type: int
    default: 2000
    doc: "Fresh sets by which the generator is judged, besides the Jacobians of training."
    inputBinding:
      position: 3
      prefix: --fresh
  seed:
    type: long
    default: 1
    doc: Seed of all random numbers.
    inputBinding:
      position: 3
      prefix: --seed
  max_jacobians:
    type: long?
    doc: "Jacobians that training may spend (default: 3000 for sharp, 30000 for faithful, 200000 with --amortise)."
    inputBinding:
      position: 3
      prefix: --max-jacobians
  mode:
    type:
      type: enum
      symbols:
        - sharp
        - faithful
    default: sharp
    doc: "sharp: as many valid sets as possible, which narrows; faithful: the valid sets of the prior, with weights."
    inputBinding:
      position: 3
      prefix: --mode
  family:
    type:
      type: enum
      symbols:
        - logistic
        - flow
    default: logistic
    doc: "logistic: each parameter on its own; flow: parameters that depend on each other."
    inputBinding:
      position: 3
      prefix: --family
  temperature:
    type: double?
    doc: "Weight of the prior beside the criterion: a lower one gives more valid sets and less diversity (default: 0.001, with --amortise 0.003)."
    inputBinding:
      position: 3
      prefix: --temperature
  entropy:
    type: double?
    doc: "Weight of the generator's entropy beside the prior: a lower one keeps constants in the middle of their priors and gives less diversity (default: 1, with --amortise 0.033)."
    inputBinding:
      position: 3
      prefix: --entropy
  width:
    type: double?
    doc: "Width of the transition at the threshold, relative to it: with a temperature of 0.04, a width of 0.3 gives different sets (default: 0.1)."
    inputBinding:
      position: 3
      prefix: --width
  until:
    type: double?
    doc: "Stop once this share of the sets is valid, with 95 % confidence."
    inputBinding:
      position: 3
      prefix: --until
  amortise:
    type:
      - "null"
      - type: array
        items: File
        inputBinding:
          prefix: --amortise
    doc: "Train for all reference states of a table: state, x.<species>, v.<reaction>, lnGamma.<reaction>; may be given for several tables."
    inputBinding:
      position: 3
  variations:
    type: int?
    doc: "With --amortise: made-up states between and beyond those of the tables to train for besides, so that other physiologies are served (default: 4000)."
    inputBinding:
      position: 3
      prefix: --variations
stdout: train-spectral-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  training:
    type: Directory
    doc: The folder of the training.
    outputBinding:
      glob: training
  trained_generator:
    type: File
    doc: "The generator, for `kindling generate`."
    outputBinding:
      glob: training/generator.kgen
  report:
    type: File
    doc: "How the training went, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: training/report.html
  training_table:
    type: File
    doc: One row a round of the training.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: training/training.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
