CREATE ROLE wijkkennis LOGIN CREATEDB PASSWORD 'wijkkennis';
CREATE DATABASE wijkkennis OWNER wijkkennis;
