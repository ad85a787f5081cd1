package org.orderengine.decision.action;

import org.orderengine.process.PayloadKey;

/** The key by which a payload asks to be shown what would be. */
final class DryRun {

    static final PayloadKey KEY = PayloadKey.flag("dryRun", "only shows what would be");

    private DryRun() {}
}
