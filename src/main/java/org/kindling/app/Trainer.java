package org.kindling.app;

import org.kindling.generators.TrainingRun;

/** Begins trainings of one kind; its threads end when it is closed. */
interface Trainer extends TrainingRun.Start, AutoCloseable {

    /** By what the progress of its trainings is told. */
    TrainingRun.Extent extent();

    @Override
    void close();
}
