/** What happens at the edges of the engine: threads, slow services, answers that nobody expects, input that goes around the checks. */
@NullMarked
package org.orderengine.verification.edges;

import org.jspecify.annotations.NullMarked;
