package org.orderengine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;

/** Finds the definition that another one extends: a host's by its text, or a standard one. */
final class BaseDefinition {

    static final String EXTENDS = "extends";

    private static final int MAX_CHAIN = 16;
    private static final Pattern REFERENCE = Pattern.compile("(.*\\S)@([1-9]\\d{0,8})");

    private final DefinitionSource source;
    private final Function<ProcessReference, Optional<String>> texts;
    private final List<ProcessReference> chain;

    /**
     * Finds bases.
     *
     * @param texts the host's definitions by reference
     * @param chain the definitions that led here, each extending the next
     */
    BaseDefinition(
            DefinitionSource source, Function<ProcessReference, Optional<String>> texts, List<ProcessReference> chain) {
        this.source = source;
        this.texts = texts;
        this.chain = chain;
    }

    /** The definition that the object extends; null after a finding that there is none. */
    @Nullable
    ProcessDefinition of(ObjectValue definition, Value extended) {
        String text = source.text(extended, EXTENDS);
        if (text == null) {
            return null;
        }
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            source.wrong(
                    EXTENDS,
                    extended,
                    "the name and version of a definition, like \"" + StandardProcesses.EXAMPLE + "\"");
            return null;
        }
        ProcessReference base = new ProcessReference(reference.group(1), Integer.parseInt(reference.group(2)));
        List<ProcessReference> longer = new ArrayList<>(chain);
        ProcessReference own = reference(definition);
        if (own != null) {
            longer.add(own);
        }
        if (longer.contains(base)) {
            longer.add(base);
            circle(extended, longer);
            return null;
        }
        if (longer.size() > MAX_CHAIN) {
            source.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    EXTENDS,
                    extended.place(),
                    "more than " + MAX_CHAIN + " definitions extend each other in a row",
                    "extend one further up");
            return null;
        }
        return read(base, extended, longer);
    }

    private @Nullable ProcessDefinition read(ProcessReference base, Value extended, List<ProcessReference> longer) {
        Optional<String> own = texts.apply(base);
        if (own.isEmpty()) {
            ProcessDefinition standard = StandardProcesses.of(base).orElse(null);
            if (standard == null) {
                unknown(
                        extended,
                        "there is no definition \"" + written(base) + "\"",
                        "extend one of " + StandardProcesses.written() + ", or one that is read with this one");
            }
            return standard;
        }
        try {
            ProcessDefinition read = ProcessJson.read(own.get(), texts, longer);
            if (read.reference().equals(base)) {
                return read;
            }
            unknown(
                    extended,
                    "what was given as \"" + written(base) + "\" is " + written(read.reference()),
                    "give the definition of that name and version");
        } catch (DefinitionException wrong) {
            Finding first = wrong.findings().get(0);
            if (first.code().equals(ProcessRule.CIRCULAR_EXTENDS.code())) {
                source.add(ProcessRule.CIRCULAR_EXTENDS, EXTENDS, extended.place(), first.message(), first.remedy());
            } else {
                unknown(
                        extended,
                        "\"" + written(base) + "\" cannot be understood: " + ProcessFindings.cut(first.message()),
                        "correct that one first");
            }
        }
        return null;
    }

    private void circle(Value extended, List<ProcessReference> way) {
        source.add(
                ProcessRule.CIRCULAR_EXTENDS,
                EXTENDS,
                extended.place(),
                "extends itself in the end: "
                        + String.join(
                                " extends ",
                                way.stream().map(BaseDefinition::written).toList()),
                "let the first of them extend another one, or none");
    }

    private void unknown(Value extended, String message, String remedy) {
        source.add(ProcessRule.UNKNOWN_BASE, EXTENDS, extended.place(), message, remedy);
    }

    private static @Nullable ProcessReference reference(ObjectValue definition) {
        Value version = definition.get("version");
        boolean isPlain = version instanceof NumberValue number
                && number.number().scale() <= 0
                && number.number().precision() < 10
                && number.number().signum() > 0;
        if (!(definition.get("process") instanceof TextValue name)
                || name.text().isBlank()
                || (version != null && !isPlain)) {
            return null;
        }
        return new ProcessReference(
                name.text(),
                version instanceof NumberValue number ? number.number().intValue() : 1);
    }

    /** A reference as {@code extends} writes it. */
    static String written(ProcessReference reference) {
        return ProcessFindings.cut(reference.name()) + "@" + reference.version();
    }
}
