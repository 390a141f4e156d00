import type { FittedMember, Member, Structure } from './member.ts';

/**
 * The same member on logarithms, for histories that are positive throughout: fitted on log y, forecast back by exp.
 * What comes back is the median on the scale of the history, not the mean.
 * @param member  any member
 * @param name    the new member's name
 */
export function onLogScale<S extends Structure>(member: Member<S>, name = `${member.name}-log`): Member<S> {
  const { fit, refit } = member.onLogs ?? member;
  return {
    name,
    fit: (values, period) => back(logarithms(values, (y) => fit(y, period))),
    refit: (values, period, structure) => back(logarithms(values, (y) => refit(y, period, structure))),
  };
}

function logarithms<T>(values: Float64Array, use: (logs: Float64Array) => T): T | undefined {
  const logs = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    if (!(values[at]! > 0)) {
      return undefined;
    }
    logs[at] = Math.log(values[at]!);
  }
  return use(logs);
}

function back<S extends Structure>(fitted: FittedMember<S> | undefined): FittedMember<S> | undefined {
  return (
    fitted && {
      ...fitted,
      forecast: (horizon) => {
        const values = fitted.forecast(horizon);
        for (let step = 0; step < values.length; step++) {
          values[step] = Math.exp(values[step]!);
        }
        return values;
      },
    }
  );
}
