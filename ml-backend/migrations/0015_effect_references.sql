-- What is taken for an effect where no artist of the tenant knows it: its middle, and how far artists lie around it.

INSERT INTO reference.figure (name, scope, value, unit, source) VALUES
  ('effect.ticket_price', 'heads', -0.8, 'd log heads / d log price',
   'assumed: inelastic demand for live performance, after the surveys in Seaman 2006, Handbook of the Economics of Art and Culture, chapter 14'),
  ('effect.ticket_price.spread', 'heads', 0.4, 'standard deviation between artists', 'assumed');
