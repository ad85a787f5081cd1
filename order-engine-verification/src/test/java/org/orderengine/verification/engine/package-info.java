/** Tests of the engine as a whole, with the fakes of the testkit around it. Depends on core and testkit. */
@NullMarked
package org.orderengine.verification.engine;

import org.jspecify.annotations.NullMarked;
