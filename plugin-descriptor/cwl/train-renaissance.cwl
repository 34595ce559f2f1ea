#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling train renaissance
doc: "Train a perceptron by an evolution strategy, without gradients."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - train
  - renaissance
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
    type: long
    default: 100000
    doc: "Jacobians that training may spend (default: 100000, as published)."
    inputBinding:
      position: 3
      prefix: --max-jacobians
  as_published:
    type: boolean
    default: false
    doc: "As RENAISSANCE was published, for comparison: squashed by the range of a batch, rewards 0 and 1."
    inputBinding:
      position: 3
      prefix: --as-published
  until:
    type: double?
    doc: "Stop once this share of the sets is valid, with 95 % confidence; not with --as-published."
    inputBinding:
      position: 3
      prefix: --until
stdout: train-renaissance-summary.json
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
