package org.orderengine.testkit.scenario;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * The names of a host's own guards, effects and rules that a process definition may use where the host itself is not there: in
 * scenarios and on the command line.
 *
 * <p>As JSON, each kind is a list of names, or says what stands for each:
 *
 * <pre>{@code
 * { "guards": { "no-wrapping": true, "adult": "the buyer is not of age" },
 *   "effects": { "label.print": ["failed", "done"] },
 *   "rules": { "show-begins": "2026-02-01T20:00:00Z" } }
 * }</pre>
 *
 * <p>A guard answers yes, or no with that reason. An effect gives its answers one by one, then {@code done}. A rule names an instant. Of
 * a name in a list guards say yes, effects are done, and rules name the first instant of 1970.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class HostNames {

    /** No names beside those that are built in. */
    public static final HostNames NONE = new HostNames(Map.of(), Map.of(), Map.of(), false);

    /**
     * Every name that is not built in. One that is nearly like a built-in one is found as a warning. For checks only: nothing is bound
     * to the names.
     */
    public static final HostNames ANY = new HostNames(Map.of(), Map.of(), Map.of(), true);

    private final Map<String, Answer> guards;
    private final Map<String, List<EffectAnswer>> effects;
    private final Map<String, Instant> rules;
    private final boolean any;

    private HostNames(
            Map<String, Answer> guards,
            Map<String, List<EffectAnswer>> effects,
            Map<String, Instant> rules,
            boolean any) {
        this.guards = Collections.unmodifiableMap(new LinkedHashMap<>(guards));
        this.effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
        this.rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        this.any = any;
    }

    HostNames(Map<String, Answer> guards, Map<String, List<EffectAnswer>> effects, Map<String, Instant> rules) {
        this(guards, effects, rules, false);
    }

    /**
     * What a guard says.
     *
     * @param refusal the reason why not; null for yes
     */
    record Answer(@Nullable String refusal) {}

    /**
     * The names that a text in JSON holds.
     *
     * @param file what findings call it
     * @throws ScenarioFormatException if it cannot be understood; it says everything that is wrong, with line and column
     */
    public static HostNames read(String file, String text) {
        return NamesReader.read(file, text);
    }

    /** Adds the names to an engine in the making, again and again to engines that follow each other: scripts go on. */
    Consumer<OrderEngineBuilder> wiring() {
        Map<String, ScriptedEffect> handlers = new LinkedHashMap<>();
        effects.forEach((name, answers) -> handlers.put(name, new ScriptedEffect(answers)));
        return engine -> {
            guards.forEach((name, answer) -> engine.guard(name, (order, now) -> answer.refusal()));
            handlers.forEach(engine::effect);
            rules.forEach((name, due) -> engine.rule(name, (order, now) -> due));
        };
    }

    /** Everything that is wrong with a definition that can use these names. */
    List<Finding> verify(ProcessDefinition definition) {
        if (any) {
            return CompiledProcess.verify(definition, BuiltIns.names().assumingOthers());
        }
        OrderEngineBuilder engine = OrderEngine.builder();
        wiring().accept(engine);
        return engine.verify(definition);
    }
}
