/** Tests of process definitions. */
@NullMarked
package org.orderengine.process;

import org.jspecify.annotations.NullMarked;
