package org.orderengine.testkit;

import java.util.List;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.IssueDocument;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.spi.document.DocumentService;

/** A service that numbers documents in one series without a gap: {@code 1}, {@code 2}, … For any number of threads. */
public final class FakeDocuments implements DocumentService {

    private static final Declined REFUSAL = new Declined("document-declined", "No document is issued (scripted)");

    private final Script<String, Answer> script = new Script<>();
    private final Intents intents = new Intents();
    private int numbers;

    /** Answers the next calls like this, one by one, and then approves again. */
    public synchronized FakeDocuments answer(Answer... answers) {
        script.add("issue", List.of(answers));
        return this;
    }

    @Override
    public synchronized EffectResult issue(IssueDocument request, CallContext call) {
        return intents.call(
                request, call, () -> script.next("issue"), REFUSAL, () -> EffectResult.done(String.valueOf(++numbers)));
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }
}
