package org.orderengine.process.compiled;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.check.ProcessVerifier;
import org.orderengine.process.vocabulary.Registry;

/**
 * Makes processes of definitions: compiles the chart of each, verifies it, and refuses one with errors.
 *
 * <p>Holds no state, so any number of threads may use it.
 */
final class ProcessFactory {

    private ProcessFactory() {}

    static CompiledProcess compile(BoundProcess process, Registry registry, @Nullable ProcessObserver observer) {
        ProcessDefinition definition = process.definition();
        MachineDefinition<String, String, Subject> chart =
                new ProcessCompiler(definition, registry, observer).machine();
        List<Finding> findings = verify(definition, registry);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new DefinitionException("process " + definition.reference(), findings);
        }
        return new CompiledProcess(
                definition,
                Machine.compile(chart),
                registry.rules(),
                observer,
                CompiledChildren.compile(process.children(), registry));
    }

    /** Each version of a process once. */
    static List<CompiledProcess> compileAll(
            List<BoundProcess> processes,
            Registry registry,
            @Nullable Function<ProcessDefinition, ProcessObserver> observers) {
        return ProcessVersions.distinct(processes).stream()
                .map(process ->
                        compile(process, registry, observers == null ? null : observers.apply(process.definition())))
                .toList();
    }

    static List<Finding> verify(ProcessDefinition definition, Registry registry) {
        return new ProcessVerifier(definition, registry)
                .findings(read -> new ProcessCompiler(read, registry, null).machine());
    }
}
