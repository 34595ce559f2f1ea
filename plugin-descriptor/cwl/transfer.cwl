#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling transfer
doc: "Bring a generator of `train rekindle` to another physiology by few sets of it, and say what that gains."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - transfer
arguments:
  - --json
  - prefix: --output
    valueFrom: transfer
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  generator:
    type: File
    doc: File that `kindling train rekindle` wrote (.kgen).
    inputBinding:
      position: 1
  population:
    type:
      - File
      - Directory
    doc: "Sets of the other physiology: a run folder, generated sets, or SKiMpy's HDF5."
    inputBinding:
      position: 2
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
  sets:
    type: "int[]"
    default:
      - 10
      - 50
      - 100
      - 500
      - 1000
    doc: Of how many sets of the population it learns.
    inputBinding:
      position: 3
      prefix: --sets
      itemSeparator: ","
  repeats:
    type: int
    default: 5
    doc: "Trainings for each number of sets, each on others."
    inputBinding:
      position: 3
      prefix: --repeats
  epochs:
    type: int
    default: 300
    doc: Epochs of a training.
    inputBinding:
      position: 3
      prefix: --epochs
  judged:
    type: int
    default: 300
    doc: Sets by which the generator is judged every 10 epochs.
    inputBinding:
      position: 3
      prefix: --judged
  fresh:
    type: int
    default: 1000
    doc: Fresh sets by which each result is judged.
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
  date:
    type: string?
    doc: "The date that written files carry, such as 2026-11-21; by default $SOURCE_DATE_EPOCH, else that of the model file."
    inputBinding:
      position: 3
      prefix: --date
stdout: transfer-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  transfer:
    type: Directory
    doc: The folder of the transfer.
    outputBinding:
      glob: transfer
  report:
    type: File
    doc: "What the transfer gains, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: transfer/report.html
  transfer_table:
    type: File
    doc: One row a training.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: transfer/transfer.csv
  generators:
    type: "File[]"
    doc: The generators.
    outputBinding:
      glob: transfer/generators/*.kgen
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
