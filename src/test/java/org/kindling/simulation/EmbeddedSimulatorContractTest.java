package org.kindling.simulation;

import org.kindling.network.KineticModel;

class EmbeddedSimulatorContractTest implements TimeCourseSimulatorContract {

    @Override
    public TimeCourseSimulator simulator(KineticModel model) {
        return EmbeddedSimulator.of(model);
    }
}
