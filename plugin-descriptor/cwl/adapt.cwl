#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling adapt
doc: Spend some more Jacobians on a generator at one physiology of its network.
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - adapt
arguments:
  - --json
  - prefix: --output
    valueFrom: training
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  generator:
    type: File
    doc: File that `kindling train` wrote (.kgen).
    inputBinding:
      position: 1
  model:
    type: File
    doc: "The physiology, a model of the generator's network."
    inputBinding:
      position: 2
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
  max_jacobians:
    type: long
    default: 64
    doc: Jacobians that may be spent.
    inputBinding:
      position: 3
      prefix: --max-jacobians
  temperature:
    type: double?
    doc: "Weight of the prior beside the criterion: a lower one gives more valid sets and less diversity."
    inputBinding:
      position: 3
      prefix: --temperature
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
stdout: adapt-summary.json
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
