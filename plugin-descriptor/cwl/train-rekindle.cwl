#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling train rekindle
doc: "Train a network on a labelled population, against a discriminator."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - train
  - rekindle
arguments:
  - --json
  - prefix: --output
    valueFrom: training
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  population:
    type:
      - File
      - Directory
    doc: "A run folder, a folder of generated sets, or a file in SKiMpy's HDF5 layout."
    inputBinding:
      position: 1
  model:
    type: File?
    doc: SBML file at whose state sets are labelled; needed for those that are in no run folder.
    inputBinding:
      position: 3
      prefix: --model
  names:
    type: File?
    doc: "What a file of sets calls the parameters: parameter,name."
    inputBinding:
      position: 3
      prefix: --names
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
  epochs:
    type: int
    default: 400
    doc: How many times the population is gone through.
    inputBinding:
      position: 3
      prefix: --epochs
  batch:
    type: int
    default: 1024
    doc: Sets of the population that belong to one step.
    inputBinding:
      position: 3
      prefix: --batch
  judged:
    type: int
    default: 1000
    doc: Sets by which the generator is judged every 10 epochs.
    inputBinding:
      position: 3
      prefix: --judged
  as_published:
    type: boolean
    default: false
    doc: "As REKINDLE was published, for comparison: no guide, and sets from nothing but latent numbers."
    inputBinding:
      position: 3
      prefix: --as-published
  repeats:
    type: int
    default: 1
    doc: "Train with so many seeds from --seed on, side by side, one thread each."
    inputBinding:
      position: 3
      prefix: --repeats
stdout: train-rekindle-summary.json
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
    type: File?
    doc: "How the training went, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: training/report.html
  training_table:
    type: File?
    doc: One row a round of the training.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: training/training.csv
  repeats_table:
    type: File?
    doc: "What training with each seed came to, if there were several."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: training/repeats.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
