package org.orderengine.process.finding;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Severity;

/** Collects what is wrong with a definition, up to a bound, each with its place in the text where there is one. */
public final class ProcessFindings {

    /** More than these are counted only: nobody reads them, and hostile input could ask for millions. */
    public static final int MAX = 200;

    private final List<Finding> findings = new ArrayList<>();
    private int more;
    private boolean moreErrors;

    public void add(ProcessRule rule, String place, String message, String remedy) {
        add(new Finding(rule.code(), rule.severity(), place, message, remedy));
    }

    public void add(Finding finding) {
        if (findings.size() < MAX) {
            findings.add(finding);
        } else {
            more++;
            moreErrors |= finding.isError();
        }
    }

    /** Whether what comes next would be counted only: what it costs to word it can be saved. */
    public boolean isFull() {
        return findings.size() >= MAX;
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    public List<Finding> all() {
        if (more == 0) {
            return List.copyOf(findings);
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                ProcessRule.LIMIT_EXCEEDED.code(),
                moreErrors ? Severity.ERROR : Severity.WARNING,
                ProcessPlaces.ROOT,
                more + " more findings are not listed",
                "correct those above first"));
        return List.copyOf(all);
    }

    /** As much of a text as a message can bear. */
    public static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
