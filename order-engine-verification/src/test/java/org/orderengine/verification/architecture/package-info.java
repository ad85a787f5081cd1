/** Holds the code of all published modules to the architecture. Depends on everything published. */
@NullMarked
package org.orderengine.verification.architecture;

import org.jspecify.annotations.NullMarked;
