package org.orderengine.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.decision.action.BuiltInAction;
import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.feed.Subscription;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.compiled.BoundProcess;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Checks that an engine has the services that its processes ask by name. Only payments have no default: without an inventory nothing is
 * reserved, without benefits none are redeemed, without logistics no carrier is told, and without a delivery goods count as handed over.
 */
final class ServiceCheck {

    private ServiceCheck() {}

    /** Throws all that definitions ask of a payment gateway where there is none. */
    static void requireNoPayments(List<BoundProcess> processes) {
        List<Finding> findings = new ArrayList<>();
        for (BoundProcess process : processes) {
            ProcessDefinition definition = process.definition();
            List<Finding> found = findings(definition);
            found.forEach(finding -> findings.add(new Finding(
                    finding.code(),
                    finding.severity(),
                    definition.reference() + " " + finding.place(),
                    finding.message(),
                    finding.remedy())));
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException("processes", findings);
        }
    }

    /** Throws what a host subscribes to where the store has no feed. */
    static void requireNoSubscriptions(Map<String, Subscription> subscriptions) {
        if (!subscriptions.isEmpty()) {
            throw new DefinitionException(
                    "subscriptions",
                    subscriptions.keySet().stream()
                            .map(
                                    name -> new Finding(
                                            ProcessRule.MISSING_SERVICE.code(),
                                            ProcessRule.MISSING_SERVICE.severity(),
                                            "subscriptions." + name,
                                            "the subscription \"" + name
                                                    + "\" needs a store with a feed, and this one has none",
                                            "give a store whose feed() is not empty, or follow each of its databases by itself"))
                            .toList());
        }
    }

    private static List<Finding> findings(ProcessDefinition definition) {
        List<Finding> findings = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (StateTree.Located located : new StateTree(definition).all()) {
            effects(located.state().run(), located.path() + ".run", named, findings);
            effects(located.state().entry(), located.path() + ".entry", named, findings);
            effects(located.state().exit(), located.path() + ".exit", named, findings);
            for (String action : located.state().on().keySet()) {
                BuiltInAction builtIn = BuiltInActions.named(action);
                if (builtIn != null && builtIn.needsGateway() && named.add(action)) {
                    findings.add(missing("action", action, located.path() + ".on." + action));
                }
            }
        }
        return findings;
    }

    private static void effects(List<String> effects, String path, Set<String> named, List<Finding> findings) {
        for (int i = 0; i < effects.size(); i++) {
            String effect = effects.get(i);
            if (EffectKind.of(effect).service() == EffectKind.Service.PAYMENT && named.add(effect)) {
                findings.add(missing("effect", effect, path + "[" + i + "]"));
            }
        }
    }

    private static Finding missing(String what, String name, String path) {
        return new Finding(
                ProcessRule.MISSING_SERVICE.code(),
                ProcessRule.MISSING_SERVICE.severity(),
                path,
                "the " + what + " \"" + name + "\" needs a payment gateway, and the engine was given none",
                "give one with payments(...), or say withoutPayments() where orders are paid by notification only");
    }
}
