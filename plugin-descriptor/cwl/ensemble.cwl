#!/usr/bin/env cwl-runner
cwlVersion: v1.2
class: Workflow
label: an ensemble of kinetic models, simulated, with its control coefficients
doc: >-
  From one SBML model to an ensemble of models with the wanted dynamics: draw parameter sets around the reference state,
  keep those whose slowest mode is fast enough, write members as SBML, integrate them, and say which enzymes control fluxes
  and concentrations.
inputs:
  model:
    type: File
    doc: SBML file (.xml, .xml.gz) or COMBINE archive (.omex).
  sets:
    type: long
    default: 10000
    doc: How many parameter sets to draw.
  lambda_max:
    type: double?
    doc: Largest real part of an eigenvalue, per time unit of the model.
  tau_max:
    type: string?
    doc: Longest dominant time constant, such as 6.7min.
  members:
    type: string
    default: representative:10
    doc: "Valid sets to write as SBML and to integrate: all, top:K or representative:K."
  seed:
    type: long
    default: 1
    doc: Seed of all random numbers.
  end:
    type: string?
    doc: "The last time of the time courses, such as 10min; without it they last ten time constants."
steps:
  sample:
    run: sample.cwl
    in: {model: model, sets: sets, lambda_max: lambda_max, tau_max: tau_max, members: members, seed: seed}
    out: [run, report, archive, members_table]
  export:
    run: export.cwl
    in: {run: sample/run, members: members}
    out: [models]
  simulate:
    run: simulate.cwl
    in: {subject: sample/run, members: members, end: end}
    out: [courses, report]
  control:
    run: control.cwl
    in: {run_or_model: sample/run}
    out: [report, flux_control_table, concentration_control_table]
outputs:
  run:
    type: Directory
    doc: The run folder.
    outputSource: sample/run
  report:
    type: File?
    doc: The report of the run.
    outputSource: sample/report
  archive:
    type: File?
    doc: COMBINE archive of the ensemble.
    outputSource: sample/archive
  models:
    type: File[]
    doc: The members as SBML.
    outputSource: export/models
  courses:
    type: File[]
    doc: Time courses of the members.
    outputSource: simulate/courses
  curves:
    type: File?
    doc: The time courses as one page of plots.
    outputSource: simulate/report
  flux_control:
    type: File
    doc: Flux control coefficients with their spread.
    outputSource: control/flux_control_table
  concentration_control:
    type: File
    doc: Concentration control coefficients with their spread.
    outputSource: control/concentration_control_table
  control_report:
    type: File
    doc: The coefficients as one page of plots.
    outputSource: control/report
