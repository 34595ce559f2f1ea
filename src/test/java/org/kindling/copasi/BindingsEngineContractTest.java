package org.kindling.copasi;

class BindingsEngineContractTest implements RealCopasiContract {

    @Override
    public EngineKind kind() {
        return EngineKind.BINDINGS;
    }
}
